package org.portcullis.account;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class SignInResourcePostgresIT extends SignInResourceTest {
}
