package org.portcullis.desk;

import org.portcullis.packaged.OnH2;

@OnH2
class OrganizationResourceIT extends OrganizationResourceTest {
}
