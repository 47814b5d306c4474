package org.muster.audit;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.muster.command.Command;

/**
 * {@code verify-audit}: goes over the whole trail and ends with 0 when it is as it was sealed, with 1 when not, naming the first break.
 * Words such as {@code 17:6ab0…} are hashes of seals that were noted elsewhere; they have to be found in the chain.
 */
@Singleton
class VerifyAudit implements Command {

    private static final Logger LOG = Logger.getLogger(VerifyAudit.class);
    private static final Pattern NOTED = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{64})");

    private final AuditChain chain;

    VerifyAudit(AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public int run(List<String> words) {
        Map<Long, String> noted = new HashMap<>();
        for (String word : words) {
            Matcher note = NOTED.matcher(word);
            if (!note.matches()) {
                LOG.errorf("Not a seal's number and hash, as in 17:6ab0…: %s", word);
                return 1;
            }
            noted.put(Long.valueOf(note.group(1)), note.group(2));
        }
        return chain.verify("verify-audit", noted).sound() ? 0 : 1;
    }
}
