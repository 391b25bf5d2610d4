package org.gridcase.identity.web;

import java.util.List;
import org.gridcase.identity.DemoMode;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last thing a start prints: where to go, and as whom. */
@Component
class ClosingBanner {
    private final DemoMode demo;
    private final JdbcClient jdbc;

    ClosingBanner(DemoMode demo, JdbcClient jdbc) {
        this.demo = demo;
        this.jdbc = jdbc;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null
                // a program that only runs a command prints what it found and nothing else
                && !web.getEnvironment().containsProperty("gridcase.command")) {
            System.out.println(text("http://localhost:" + web.getWebServer().getPort()));
        }
    }

    private String text(String base) {
        String links = """

                ──────────────────────────────────────────────────────────────
                 网格案 GridCase
                   居民上报 report      %1$s/report
                   工作台 desk          %1$s/home
                   任务 Tasklist        %1$s/camunda/app/tasklist/
                   监控 Cockpit         %1$s/camunda/app/cockpit/
                   接口 API             %1$s/swagger-ui.html
                """.formatted(base);
        String accounts = demo.enabled() ? """
                 演示环境，只监听本机 / demo, this machine only
                   口令 password: %s
                   账号 accounts: %s
                """.formatted(demo.password(), String.join(" ", accounts())) : "";
        return links + accounts + "──────────────────────────────────────────────────────────────";
    }

    private List<String> accounts() {
        return jdbc.sql("select staff from demo_account order by staff")
                .query(String.class)
                .list();
    }
}
