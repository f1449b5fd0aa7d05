package org.portcullis.portoutpin;

import org.portcullis.packaged.OnH2;

@OnH2
class HelpResourceIT extends HelpResourceTest {
}
