package io.github.hlr4j.testkit.contract;

/** The three ways in which a notification may be written (A03); {@link NotificationDecoderContract} knows each of them. */
public enum NotificationEncoding {
    /** {@code application/x-www-form-urlencoded}, always one result. */
    FORM,
    /** A JSON object, or an array of objects. */
    JSON,
    /** An XML document, with one more level for several results. */
    XML;

    NotificationBodies bodies() {
        return switch (this) {
            case FORM -> new FormNotifications();
            case JSON -> new JsonNotifications();
            case XML -> new XmlNotifications();
        };
    }
}
