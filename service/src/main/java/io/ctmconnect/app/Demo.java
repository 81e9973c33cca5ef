package io.ctmconnect.app;

/** Sample platform data and the lines to try, for {@code ./ctm-connect demo}. */
class Demo {
    static final String SWITCH = "ctm-connect.demo";
}
