package org.gridcase.identity.web.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** Tokens that say what a good one says, without its signature. */
final class Forgery {

    private Forgery() {}

    static String unsigned(String token) throws ParseException {
        return new PlainJWT(SignedJWT.parse(token).getJWTClaimsSet()).serialize();
    }

    static String signedByAGuess(String token) throws ParseException, JOSEException {
        var good = SignedJWT.parse(token);
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(good.getHeader().getKeyID())
                .build();
        var forged = new SignedJWT(header, good.getJWTClaimsSet());
        forged.sign(new MACSigner("a secret that is long enough for it"));
        return forged.serialize();
    }
}
