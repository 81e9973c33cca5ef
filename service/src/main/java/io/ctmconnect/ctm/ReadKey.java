package io.ctmconnect.ctm;

import io.ctmconnect.secrets.Secret;

/**
 * What makes two reads the same: who asks, with which credentials, after which change, for what. It holds no credentials.
 *
 * @param connection never shared with another
 * @param version of the connection's credentials
 * @param stamp of what the read is about
 * @param what method, path and body; a search may name a caller, so it is not printed
 */
record ReadKey(String connection, long version, long stamp, Secret what) {
    static ReadKey of(CtmRequest request, String connection, long version, long stamp) {
        Secret body = request.body();
        String what = request.method() + " " + request.path() + "\n" + (body == null ? "" : body.reveal());
        return new ReadKey(connection, version, stamp, Secret.of(what));
    }
}
