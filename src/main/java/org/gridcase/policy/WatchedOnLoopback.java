package org.gridcase.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Stops a program that publishes whatever is saved in a folder, if others could reach it, before it opens its port. */
@Component
class WatchedOnLoopback implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {
    private final PolicyFolder folder;
    private final String address;

    WatchedOnLoopback(PolicyFolder folder, @Value("${server.address:0.0.0.0}") String address) {
        this.folder = folder;
        this.address = address;
    }

    /** @throws IllegalStateException if it is watched and the address is not this machine's alone, or no folder is named */
    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        if (!folder.watch()) {
            return;
        }
        if (!isLoopback(address)) {
            throw new IllegalStateException(
                    "gridcase.policy.watch publishes without a second person, so the program listens"
                            + " on loopback only, not on '" + address + "'. / 监视目录时不经第二人审批，只能监听本机回环地址。");
        }
        if (folder.folder() == null) {
            throw new IllegalStateException(
                    "gridcase.policy.watch needs gridcase.policy.folder. / 监视目录须指定 gridcase.policy.folder。");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
