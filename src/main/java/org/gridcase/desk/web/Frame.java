package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.identity.DemoMode;
import org.gridcase.identity.Role;
import org.gridcase.notice.Bell;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout who reads the page: in a demo or not, signed in or not, with which doors open. */
@ControllerAdvice(annotations = Controller.class)
class Frame {
    private final DemoMode demo;
    private final Bell bell;

    Frame(DemoMode demo, Bell bell) {
        this.demo = demo;
        this.bell = bell;
    }

    /** Counted only where a page shows it. */
    record Unread(Bell bell, String account) {
        public int count() {
            return bell.unread(account);
        }
    }

    @ModelAttribute
    void frame(Model model, HttpServletRequest request) {
        model.addAttribute("demo", demo.enabled());
        String account = request.getRemoteUser();
        model.addAttribute("account", account);
        if (account != null) {
            model.addAttribute("bell", new Unread(bell, account));
        }
        model.addAttribute("doors", doors(request));
        model.addAttribute("rooms", rooms(request));
    }

    private static List<PageDoor.Shown> rooms(HttpServletRequest request) {
        String here = request.getRequestURI();
        return here.startsWith("/admin") && request.isUserInRole(Role.ADMINISTRATOR.code())
                ? AdminRoom.all(here)
                : List.of();
    }

    private static List<PageDoor.Shown> doors(HttpServletRequest request) {
        Set<Role> roles = Arrays.stream(Role.values())
                .filter(role -> request.isUserInRole(role.code()))
                .collect(Collectors.toSet());
        return PageDoor.of(roles).stream()
                .map(door -> door.shown(request.getRequestURI()))
                .toList();
    }
}
