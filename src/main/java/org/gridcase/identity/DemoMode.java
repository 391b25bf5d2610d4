package org.gridcase.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Local accounts with a known password, for trying things out on one's own machine.
 *
 * @param enabled whether the demo's accounts exist
 * @param password of every demo account
 */
@ConfigurationProperties("gridcase.demo")
public record DemoMode(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("demo") String password) {

    /** @throws IllegalStateException if the demo would be reachable from another machine */
    public void refuseBeyondLoopback(String address) {
        try {
            if (enabled && !InetAddress.getByName(address).isLoopbackAddress()) {
                throw new NotOnLoopback(address);
            }
        } catch (UnknownHostException e) {
            throw new NotOnLoopback(address);
        }
    }

    /** The demo was told to listen where others could reach it. */
    static class NotOnLoopback extends IllegalStateException {
        NotOnLoopback(String address) {
            super("Demo accounts have a known password, so the demo listens on loopback only, not on '" + address
                    + "'. Leave server.address alone, or set gridcase.demo.enabled=false."
                    + " / 演示账号口令公开，演示模式只能监听本机回环地址。");
        }
    }
}
