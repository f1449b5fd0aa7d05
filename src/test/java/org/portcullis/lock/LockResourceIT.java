package org.portcullis.lock;

import org.portcullis.packaged.OnH2;

@OnH2
class LockResourceIT extends LockResourceTest {
}
