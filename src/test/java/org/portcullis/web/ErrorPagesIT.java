package org.portcullis.web;

import org.portcullis.packaged.OnH2;

@OnH2
class ErrorPagesIT extends ErrorPagesTest {
}
