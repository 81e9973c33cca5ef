// CTM that takes its time: node slow-ctm.js <port> <folder of the answers> <milliseconds>
import { readFileSync } from 'node:fs';
import http from 'node:http';

const [port, folder, milliseconds] = process.argv.slice(2);
const answer = (name) => readFileSync(`${folder}/${name}.json`);
const login = answer('login');
const page = answer('page');
const account = answer('account');

function send(response, body) {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  response.end(body);
}

const server = http.createServer((request, response) => {
  request.resume();
  if (request.url.includes('/calls/search')) {
    setTimeout(() => send(response, page), Number(milliseconds));
  } else {
    send(response, request.url.includes('/authentication') ? login : account);
  }
});
server.keepAliveTimeout = 0;
server.listen(Number(port), '127.0.0.1', 1024, () => console.log(`listening on ${port}`));
