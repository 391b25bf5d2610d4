package org.gridcase.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Those that the city has set up. */
@Component
class Carriers {
    private final Map<Channel, Carrier> byChannel;

    Carriers(List<Carrier> all) {
        this.byChannel = all.stream().collect(Collectors.toMap(Carrier::channel, Function.identity()));
    }

    boolean ready(Channel channel) {
        return of(channel).isPresent();
    }

    Optional<Carrier> of(Channel channel) {
        return Optional.ofNullable(byChannel.get(channel)).filter(Carrier::ready);
    }

    List<Channel> channels() {
        return byChannel.keySet().stream().sorted().toList();
    }
}
