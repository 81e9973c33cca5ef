package io.ctmconnect.notifications;

import io.ctmconnect.notifications.Recipient.Role;
import io.ctmconnect.platform.PlatformAccount;
import io.ctmconnect.platform.PlatformAccounts;
import io.ctmconnect.platform.PlatformUsers;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is told of what happens to an account: its owner, and for a sub-account the owner of its agency; nobody twice. */
@Singleton
class Recipients {
    private final PlatformAccounts accounts;
    private final PlatformUsers users;

    Recipients(PlatformAccounts accounts, PlatformUsers users) {
        this.accounts = accounts;
        this.users = users;
    }

    List<Recipient> of(ObjectId id) {
        PlatformAccount account = accounts.find(id);
        Optional<Recipient> owner = owner(account, Role.OWNER);
        Optional<Recipient> parentOwner = Optional.ofNullable(account.parent())
                .flatMap(parent -> owner(accounts.find(parent), Role.PARENT_OWNER))
                .filter(one -> !owner.map(Recipient::user).equals(Optional.of(one.user())));
        return Stream.of(owner, parentOwner).flatMap(Optional::stream).toList();
    }

    private Optional<Recipient> owner(PlatformAccount account, Role role) {
        return users.ownerOf(account).map(user -> new Recipient(user.id(), account.id(), role));
    }
}
