package io.ctmconnect.notifications;

/**
 * A mail to one recipient. Prints as its id.
 *
 * @param id made from the task's, so that one that was sent twice is recognisable; becomes the {@code Message-ID}
 * @param to the recipient's address alone
 * @param subject one line
 */
record Mail(String id, String to, String subject, String text, String html) {
    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
