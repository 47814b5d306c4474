package org.muster.notification;

/** Takes letters that go by mail. */
public interface MailServer {

    /** Hands over one letter and waits for the answer. A server that is away is an answer too. */
    MailAnswer send(Mail mail);
}
