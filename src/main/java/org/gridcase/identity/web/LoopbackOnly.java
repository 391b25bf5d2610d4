package org.gridcase.identity.web;

import org.gridcase.identity.DemoMode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Stops a demo that would listen beyond this machine before it opens its port. */
@Component
class LoopbackOnly implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {
    private final DemoMode demo;
    private final String address;

    LoopbackOnly(DemoMode demo, @Value("${server.address:0.0.0.0}") String address) {
        this.demo = demo;
        this.address = address;
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        demo.refuseBeyondLoopback(address);
    }
}
