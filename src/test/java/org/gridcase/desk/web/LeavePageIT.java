package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.gridcase.identity.leave.Absences;
import org.gridcase.identity.leave.NewAbsence;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserCityTest
class LeavePageIT {
    @LocalServerPort
    int port;

    @Autowired
    Absences absences;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void gone() {
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from handed_over").update();
    }

    @Test
    void everybodyCanReadThePagesInBothLanguagesOnEitherScreen() {
        LocalDate soon = absences.today().plusDays(2);
        absences.enter(new NewAbsence("worker2", "substitute2", soon, soon.plusDays(6), "年假"), "worker2");
        jdbc.sql("""
                        insert into handed_over (staff, name, at, handed_by, kind, district, subject, task, given_to)
                        values ('gone', '贺兰', now(), 'system', 'TASK', '410103', 'x', 'fileCase', 'filing-clerk@410103')""").update();

        look(Browser::desktop, "/staff/leave?find=worker2", "leave-zh");
        look(Browser::englishPhone, "/staff/leave?for=worker2", "leave-en-phone");
        look(Browser::englishDesktop, "/staff/leavers", "leavers-en");
        look(Browser::phone, "/staff/leavers", "leavers-zh-phone");
    }

    @Test
    void aListWithNobodyAwaySaysSo() {
        try (var browser = Browser.desktop().signIn(address(), "checker2").open(address() + "/staff/leave")) {
            assertThat(browser.see(By.id("main")).getText()).contains("没有休假安排。");
            Axe.assertNothingSerious(browser.driver());
        }
    }

    private void look(Supplier<Browser> kind, String path, String name) {
        try (var browser = kind.get().signIn(address(), "admin").open(address() + path)) {
            browser.see(By.cssSelector(".gc-cases tbody tr"));
            Axe.assertNothingSerious(browser.driver());
            assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("no sideways scrolling of " + name)
                    .isEqualTo(true);
            browser.screenshot(name);
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
