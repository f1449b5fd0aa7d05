package org.portcullis.web;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class ErrorPagesPostgresIT extends ErrorPagesTest {
}
