package org.portcullis.account;

import org.portcullis.packaged.OnH2;

@OnH2
class SignInResourceIT extends SignInResourceTest {
}
