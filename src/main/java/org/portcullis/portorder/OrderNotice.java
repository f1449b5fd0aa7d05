package org.portcullis.portorder;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class OrderNotice {

    void tell(PortOrder order, PortOrderTransition step) {
    }
}
