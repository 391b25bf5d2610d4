package org.gridcase.notice;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** E-mail by SMTP, in plain text. */
@Component
class MailCarrier implements Carrier {
    private static final int FOR_GOOD = 500;

    private final @Nullable JavaMailSender server;
    private final String from;

    MailCarrier(ObjectProvider<JavaMailSender> server, NoticeSettings settings) {
        this.server = server.getIfAvailable();
        this.from = settings.mail().from();
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean ready() {
        return server != null && !from.isBlank();
    }

    @Override
    public void send(Letter letter) {
        if (server == null) {
            throw Undelivered.down("off");
        }
        try {
            server.send(message(letter));
        } catch (AddressException e) {
            throw Undelivered.refused("address");
        } catch (MailSendException e) {
            throw failure(e.getFailedMessages().values().stream().findFirst().orElse(e));
        } catch (MailException | MessagingException e) {
            throw failure(e);
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        var message = new Named(letter.id() + "@gridcase");
        message.setFrom(address(from));
        message.setRecipient(Message.RecipientType.TO, address(letter.address()));
        message.setSubject(Line.of(letter.title(), NoticeTexts.LONGEST_TITLE), StandardCharsets.UTF_8.name());
        message.setText(letter.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.at()));
        // nobody's absence answers a machine
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language());
        return message;
    }

    /** One mailbox and nothing else, whatever stands in the row. */
    private static InternetAddress address(String written) throws AddressException {
        if (!Line.is(written)) {
            throw new AddressException();
        }
        var address = new InternetAddress(written, true);
        if (address.isGroup()) {
            throw new AddressException();
        }
        return address;
    }

    private static Undelivered failure(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = next(cause)) {
            if (cause instanceof AuthenticationFailedException) {
                return Undelivered.down("signIn");
            }
            if (cause instanceof SMTPAddressFailedException refused) {
                return answered(refused.getReturnCode());
            }
            if (cause instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
                return answered(refused.getReturnCode());
            }
        }
        return Undelivered.down("unreachable");
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException one && one.getNextException() != null
                ? one.getNextException()
                : cause.getCause();
    }

    private static Undelivered answered(int code) {
        return code >= FOR_GOOD ? Undelivered.refused("status " + code) : Undelivered.down("status " + code);
    }

    /** Keeps its name when it is sent once more. */
    private static final class Named extends MimeMessage {
        private final String name;

        Named(String name) {
            super((Session) null);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + name + ">");
        }
    }
}
