package org.portcullis.orderform;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class LetterResourcePostgresIT extends LetterResourceTest {
}
