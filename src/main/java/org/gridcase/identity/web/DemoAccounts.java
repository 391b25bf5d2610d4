package org.gridcase.identity.web;

import java.util.List;
import org.gridcase.identity.DemoMode;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Lets the demo city's staff sign in with the demo password. */
@Component
@Order(20)
@ConditionalOnProperty(name = "gridcase.demo.enabled", havingValue = "true", matchIfMissing = true)
class DemoAccounts implements ApplicationRunner {
    /** The password is no secret, and every API call checks it anew. */
    static final int STRENGTH = 4;

    private final JdbcClient jdbc;
    private final Rights rights;
    private final DemoMode demo;

    DemoAccounts(JdbcClient jdbc, Rights rights, DemoMode demo) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        jdbc.sql("""
                        insert into demo_account (staff, password)
                        select id, ? from staff on conflict (staff) do nothing""")
                .param(new BCryptPasswordEncoder(STRENGTH).encode(demo.password()))
                .update();
    }

    /** An account to try, and the role it has. */
    record Account(String name, String person, String role) {}

    List<Account> all() {
        return jdbc.sql("""
                        select d.staff as name, s.name as person, min(g.role) as role from demo_account d
                        join staff s on s.id = d.staff join staff_grant g on g.staff = s.id
                        group by d.staff, s.name order by d.staff""").query(Account.class).list();
    }

    UserDetails find(String name) {
        String password = jdbc.sql("select password from demo_account where staff = ?")
                .param(name)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException(name));
        return User.withUsername(name)
                .password(password)
                .authorities(rights.of(name))
                .build();
    }
}
