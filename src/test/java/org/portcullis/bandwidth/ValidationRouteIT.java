package org.portcullis.bandwidth;

import org.portcullis.packaged.OnH2;

@OnH2
class ValidationRouteIT extends ValidationRouteTest {
}
