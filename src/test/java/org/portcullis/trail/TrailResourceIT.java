package org.portcullis.trail;

import org.portcullis.packaged.OnH2;

@OnH2
class TrailResourceIT extends TrailResourceTest {
}
