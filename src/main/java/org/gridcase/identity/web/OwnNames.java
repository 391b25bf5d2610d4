package org.gridcase.identity.web;

import java.util.Locale;
import java.util.Set;
import org.gridcase.identity.DemoMode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * The names under which one may be asked for ({@code gridcase.hosts}): links and redirects are made from the name that
 * a request gives, and a page elsewhere could lead a browser to this machine under a name of its own.
 */
@Configuration
class OwnNames {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** A demo is asked for as this machine; without names, any name is taken. */
    @Bean
    HttpFirewall firewall(DemoMode demo, @Value("${gridcase.hosts:}") Set<String> hosts) {
        var firewall = new StrictHttpFirewall();
        if (demo.enabled() || !hosts.isEmpty()) {
            firewall.setAllowedHostnames(name -> ours(name.toLowerCase(Locale.ROOT), hosts));
        }
        return firewall;
    }

    private static boolean ours(String name, Set<String> hosts) {
        return THIS_MACHINE.contains(name) || hosts.contains(name);
    }
}
