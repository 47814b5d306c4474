package org.muster.importexport.workbook;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLReporter;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML without definitions of its own and without anything from elsewhere. */
final class Xml {

    /** What a cell may hold in a spreadsheet, and a little more. */
    private static final int LONGEST_TEXT = 40_000;

    private Xml() {}

    static XMLStreamReader reader(InputStream content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // What is wrong is thrown; told a second time, it would stand on the console.
        XMLReporter silence = (message, type, information, location) -> {};
        factory.setProperty(XMLInputFactory.REPORTER, silence);
        return factory.createXMLStreamReader(content);
    }

    /** Of this name in whatever name space; empty when there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The text within an element, its formatted pieces joined; how a word is pronounced is no part of it. */
    static String richText(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int pronounced = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = xml.getLocalName().equals("t");
                pronounced += xml.getLocalName().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                pronounced -= xml.getLocalName().equals("rPh") ? 1 : 0;
                if (xml.getLocalName().equals(element)) {
                    break;
                }
            } else if (event == XMLStreamConstants.CHARACTERS && inText && pronounced == 0) {
                append(text, xml.getText());
            }
        }
        return text.toString();
    }

    static String plainText(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                break;
            } else if (event == XMLStreamConstants.CHARACTERS) {
                append(text, xml.getText());
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String more) {
        if (text.length() < LONGEST_TEXT) {
            text.append(more, 0, Math.min(more.length(), LONGEST_TEXT - text.length()));
        }
    }

    static int number(String text, int otherwise) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    static boolean isTrue(String text) {
        return text.equals("1") || text.equals("true");
    }
}
