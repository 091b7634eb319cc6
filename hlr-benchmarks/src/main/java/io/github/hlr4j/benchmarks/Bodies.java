package io.github.hlr4j.benchmarks;

import java.nio.charset.StandardCharsets;

/** The bodies of the service's page, as bytes on the wire (D06, D07, D11). */
final class Bodies {

    static final byte[] JSON_REPLY = utf8("""
            {
                "success": true,
                "code": 200,
                "campaign_id": "HLR000000",
                "number": 1,
                "cost": 0.005,
                "currency": "EUR"
            }""");

    static final String XML_REPLY_TEXT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <result>
                <entry>true</entry>
                <entry>200</entry>
                <entry>
                    <![CDATA[HLR0000000]]>
                </entry>
                <entry>1</entry>
                <entry>0.005</entry>
                <entry>
                    <![CDATA[EUR]]>
                </entry>
            </result>""";

    static final byte[] XML_REPLY = utf8(XML_REPLY_TEXT);

    static final byte[] JSON_NOTIFICATION = utf8("""
            {
                "phone": "+3300000000",
                "messageId": "1234-12344-1234-1234",
                "mccMnc": "20815",
                "ported": 1,
                "errorGrpId": 0,
                "errorName": "NO_ERROR ",
                "errorDesc": "No Error",
                "date": "2018-03-05T10:34:52.355+0000"
            }""");

    static final byte[] FORM_NOTIFICATION =
            utf8("phone=%2B3300000000&messageId=1234-12344-1234-1234&mccMnc=20815&ported=1&errorGrpId=0"
                    + "&errorName=NO_ERROR+&errorDesc=No+Error&date=2018-03-05T10%3A34%3A52.355%2B0000");

    private Bodies() {}

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
