package org.gridcase.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All classes, indexed and unchanging. */
final class Classes {
    private final List<CaseClass> all;
    private final Map<ClassKey, CaseClass> byKey;
    private final Map<String, CaseClass> byServiceCode;

    Classes(List<CaseClass> classes) {
        this.all = List.copyOf(classes);
        this.byKey = index(classes, CaseClass::key);
        this.byServiceCode = index(classes, CaseClass::serviceCode);
    }

    private static <K> Map<K, CaseClass> index(List<CaseClass> classes, Function<CaseClass, K> key) {
        var map = new LinkedHashMap<K, CaseClass>();
        classes.forEach(one -> map.put(key.apply(one), one));
        return map;
    }

    List<CaseClass> all() {
        return all;
    }

    Optional<CaseClass> find(ClassKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<CaseClass> byServiceCode(String serviceCode) {
        return Optional.ofNullable(byServiceCode.get(serviceCode));
    }
}
