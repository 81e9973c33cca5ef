package io.ctmconnect.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Optional;

/** The parts of a message that people read. */
record Parts(MimeMessage message) {

    /** Parses a message as it came over the wire. */
    static Parts of(byte[] raw) throws MessagingException {
        return new Parts(new MimeMessage(null, new ByteArrayInputStream(raw)));
    }

    /** A decoded header, unless it is absent. */
    Optional<String> header(String name) throws MessagingException, UnsupportedEncodingException {
        String header = message.getHeader(name, ", ");
        return header == null ? Optional.empty() : Optional.of(MimeUtility.decodeText(MimeUtility.unfold(header)));
    }

    Optional<String> subject() throws MessagingException {
        return Optional.ofNullable(message.getSubject());
    }

    /** The first part of a type such as {@code text/html}, unless there is none. */
    Optional<String> first(String type) throws MessagingException, IOException {
        return first(message, type);
    }

    private static Optional<String> first(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return Optional.of(text);
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = first(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
