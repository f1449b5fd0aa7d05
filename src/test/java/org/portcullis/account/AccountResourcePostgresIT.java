package org.portcullis.account;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class AccountResourcePostgresIT extends AccountResourceTest {
}
