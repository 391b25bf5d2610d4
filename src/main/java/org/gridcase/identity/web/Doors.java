package org.gridcase.identity.web;

import jakarta.servlet.DispatcherType;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gridcase.identity.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/**
 * Who gets in where: machines on the APIs, people by a session on the pages, residents where no account is needed; how
 * they show who they are is {@link SignIn}'s.
 */
@Configuration
class Doors {
    /** Scripts and styles from us only; images also as data, which map tiles and thumbnails use. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'%s; frame-ancestors 'none'";

    /** Where models are drawn and compared: what the editors are made of sets colours and places as style attributes. */
    private static final String STUDIO = "/policy/*/*/{page:model|difference}";

    private static final String STYLE_ATTRIBUTES = "; style-src-attr 'unsafe-inline'";

    /** Drafts, photos and pages that were kept for the time without a connection go with the session. */
    private static final HeaderWriter NOTHING_KEPT =
            new StaticHeadersWriter("Clear-Site-Data", "\"cache\", \"storage\"");

    private static final String ADMINISTRATOR = Role.ADMINISTRATOR.code();
    private static final String[] READERS = {
        Role.SUPERVISOR.code(), ADMINISTRATOR, Role.ANALYST.code(), Role.APPROVER.code()
    };

    private final SignIn signIn;
    private final Attempts attempts;
    private final KeptSignIns kept;
    private final WantedPage wanted;
    private final Rights rights;

    Doors(SignIn signIn, Attempts attempts, KeptSignIns kept, WantedPage wanted, Rights rights) {
        this.signIn = signIn;
        this.attempts = attempts;
        this.kept = kept;
        this.wanted = wanted;
        this.rights = rights;
    }

    /**
     * Paths are compared from the root of the application, also where another servlet than Spring's serves them: the
     * default would take the engine's {@code /engine-rest/report} for our {@code /report}.
     */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, MachineProblems problems) throws Exception {
        var byCookie = new ByCookie(kept);
        signIn.onInterfaces(http, problems);
        return http.securityMatcher(
                        "/engine-rest/**",
                        "/api/**",
                        "/actuator/**",
                        "/v3/api-docs/**",
                        "/v3/api-docs.yaml",
                        "/swagger-ui/**",
                        "/swagger-ui.html")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/catalogue/**")
                        .authenticated()
                        .requestMatchers("/api/catalogue/**")
                        .hasRole(Role.ANALYST.code())
                        .requestMatchers("/api/grids/import/**")
                        .access(this::ofTheCity)
                        .requestMatchers("/actuator/**", "/api/admin/**", "/api/grids/**")
                        .hasRole(ADMINISTRATOR)
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(byCookie))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(byCookie))
                .headers(headers -> headers.addHeaderWriter(new NoStore()))
                .addFilterBefore(new ForeignPages(problems), BasicAuthenticationFilter.class)
                .addFilterAfter(new RefusedOnRecord(attempts), SecurityContextHolderFilter.class)
                .build();
    }

    /** What holds for all districts is for nobody's who administers one. */
    private AuthorizationDecision ofTheCity(
            Supplier<? extends Authentication> who, RequestAuthorizationContext request) {
        return new AuthorizationDecision(rights.administersCity(who.get().getName()));
    }

    @Bean
    @Order(2)
    SecurityFilterChain residents(HttpSecurity http) throws Exception {
        return headers(http.securityMatcher(
                                "/",
                                "/report/**",
                                "/follow/**",
                                "/r/**",
                                "/open311/**",
                                "/map/**",
                                "/webjars/**",
                                "/gridcase/**",
                                "/language/**",
                                "/favicon.ico",
                                "/error")
                        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                        .securityContext(context -> context.securityContextRepository(kept))
                        .requestCache(cache -> cache.disable())
                        .exceptionHandling(refused -> refused.accessDeniedHandler(new Denied()))
                        .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                                .ignoringRequestMatchers("/open311/**")))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        var webApps = PathPatternRequestMatcher.withDefaults().matcher("/camunda/**");
        signIn.onPages(http);
        return headers(http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                        DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/sign-in")
                                .permitAll()
                                .requestMatchers("/admin/**", "/camunda/app/admin/**")
                                .hasRole(ADMINISTRATOR)
                                .requestMatchers("/policy/**")
                                .hasAnyRole(Role.ANALYST.code(), Role.APPROVER.code())
                                .requestMatchers("/camunda/app/cockpit/**", "/camunda/api/cockpit/**")
                                .hasAnyRole(READERS)
                                .anyRequest()
                                .authenticated())
                        .logout(out -> out.logoutUrl("/sign-out")
                                .addLogoutHandler(new HeaderWriterLogoutHandler(NOTHING_KEPT)))
                        .exceptionHandling(unknown -> unknown.accessDeniedHandler(new Denied())
                                .defaultAuthenticationEntryPointFor(
                                        new ReloadToSignIn(), new RequestHeaderRequestMatcher("HX-Request"))
                                .defaultAuthenticationEntryPointFor(
                                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                        PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/**"))
                                .defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint("/sign-in"),
                                        new NegatedRequestMatcher(PathPatternRequestMatcher.withDefaults()
                                                .matcher("/camunda/api/**"))))
                        .securityContext(context -> context.securityContextRepository(kept))
                        // another session, not the same under another name: a request that is still under way would
                        // write the old name back
                        .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                        .requestCache(cache -> cache.requestCache(wanted))
                        .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                                // the web apps bring their own
                                .ignoringRequestMatchers(webApps)))
                .build();
    }

    private HttpSecurity headers(HttpSecurity http) throws Exception {
        var webApps = PathPatternRequestMatcher.withDefaults().matcher("/camunda/**");
        http.addFilterAfter(new RefusedOnRecord(attempts), SecurityContextHolderFilter.class);
        return http.headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(
                        "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), serial=(), bluetooth=(), "
                                + "display-capture=(), midi=(), browsing-topics=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(use -> use.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .addHeaderWriter(new NoStore())
                // written first, so that the next leaves it
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, STUDIO),
                        new ContentSecurityPolicyHeaderWriter(policy() + STYLE_ATTRIBUTES)))
                // the web apps' own filter writes the policy they need
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(webApps), new ContentSecurityPolicyHeaderWriter(policy()))));
    }

    /** Browsers apply it to where a form's answer leads, too. */
    private String policy() {
        return POLICY.formatted(
                signIn.formTargets().stream().map(target -> " " + target).collect(Collectors.joining()));
    }

    /** Read by our scripts, which send it back as a header; another name than the web apps' own. */
    private static CookieCsrfTokenRepository tokens() {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("GC-CSRF");
        tokens.setHeaderName("X-GC-CSRF");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder(DemoAccounts.STRENGTH);
    }

    /** With no accounts at all nobody signs in, instead of a generated default user. */
    @Bean
    UserDetailsService accounts(ObjectProvider<DemoAccounts> demo) {
        return name -> {
            var accounts = demo.getIfAvailable();
            if (accounts == null) {
                throw new UsernameNotFoundException(name);
            }
            return accounts.find(name);
        };
    }
}
