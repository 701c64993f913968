-- Sign-in for real people: accounts, invitations, sessions, and how often a password was tried.

-- Whether a row of this account may be seen or changed: by its owner, and by the system that signs people in.
create function is_own_account(account uuid) returns boolean
language sql stable as $$
    select coalesce(current_setting('flex.role', true), '') = 'systeem' or current_setting('flex.actor', true) = 'account:' || account
$$;

create function manages_accounts_of(of_organisation text) returns boolean
language sql stable as $$
    select coalesce(current_setting('flex.role', true), '') = 'beheerder' and current_setting('flex.organisation', true) = of_organisation
$$;

create table account (
    id           uuid primary key,
    organisation text not null collate "C",
    role         text not null collate "C",
    name         text not null check (name <> '' and length(name) <= 200),
    mail         text not null collate "C" check (mail = lower(mail) and length(mail) <= 254),
    password     text,                       -- hashed, slowly
    factor       bytea,                      -- what the person's app shares, sealed under a key outside the database
    factor_step  bigint not null default 0,  -- the last half minute whose code was used: none counts twice
    stamp        uuid not null,              -- another one ends every session and forgets every device
    active       boolean not null default true,
    entry_id     uuid not null,
    constraint account_mail_once unique (mail),
    constraint account_never_with_a_password_alone check ((password is null) = (factor is null))
);
create index account_by_organisation on account (organisation, id);

-- Each opens one sign-in once; only keyed hashes are kept. A new set uses the old one up.
create table account_recovery (
    account_id uuid not null references account,
    code       bytea not null check (length(code) = 32),
    gone_at    timestamptz,
    entry_id   uuid not null,
    primary key (account_id, code)
);

create table account_passkey (
    credential bytea primary key check (length(credential) between 1 and 1023),
    account_id uuid not null references account,
    name       text not null check (name <> '' and length(name) <= 200),
    sealed     bytea not null,  -- public key, counter and what the device said of itself
    made_at    timestamptz not null,
    removed_at timestamptz,
    entry_id   uuid not null
);
create index account_passkey_by_account on account_passkey (account_id) where removed_at is null;

create table account_invitation (
    id           uuid primary key,
    token        bytea not null unique check (length(token) = 32),
    organisation text not null collate "C",
    role         text not null collate "C",
    name         text not null check (name <> '' and length(name) <= 200),
    mail         text not null collate "C" check (mail = lower(mail) and length(mail) <= 254),
    sent_at      timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    entry_id     uuid not null
);
create index account_invitation_open on account_invitation (organisation, id) where used_at is null;

-- A session: the keyed hash of what the cookie holds. seen_at moves while it is used, and is not an act.
create table sign_in (
    id       bytea primary key check (length(id) = 32),
    account_id uuid not null references account,
    stamp    uuid not null,
    origin   bytea check (length(origin) = 32),
    began_at timestamptz not null,
    seen_at  timestamptz not null,
    ended_at timestamptz,
    entry_id uuid not null
);
create index sign_in_by_account on sign_in (account_id, origin);

-- How often was tried, per keyed hash of who and whence; reached through the two functions only.
create table sign_in_limit (
    key     bytea primary key check (length(key) = 32),
    tries   int not null,
    last_at timestamptz not null,
    free_at timestamptz not null
);
create index sign_in_limit_to_forget on sign_in_limit (last_at);

-- Counts a try before it is looked at, all keys or none; null when it may be looked at, else when one may be tried again.
-- The first tries of each key are free, then the pause doubles from a minute to an hour. One at a time: who tries a
-- thousand times at once is counted a thousand times. A refused try counts nothing and makes no pause longer.
create function claim_try(keys bytea[], free int[], at timestamptz) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    again timestamptz;
begin
    perform pg_advisory_xact_lock(7306097555);
    delete from sign_in_limit where last_at < at - interval '1 day';
    select max(free_at) into again from sign_in_limit where key = any(keys) and free_at > at;
    if again is not null then
        return again;
    end if;
    insert into sign_in_limit select k, 0, at, at from unnest(keys) k on conflict do nothing;
    update sign_in_limit l set tries = l.tries + 1, last_at = at,
        free_at = at + case when l.tries + 1 < u.free then interval '0' else least(power(2, l.tries + 1 - u.free), 60) * interval '1 minute' end
    from unnest(keys, free) u(key, free) where l.key = u.key;
    return null;
end $$;

create function forget_tries(keys bytea[]) returns void
language sql security definer set search_path = public, pg_temp as $$
    delete from sign_in_limit where key = any(keys)
$$;
revoke all on function claim_try(bytea[], int[], timestamptz), forget_tries(bytea[]) from public;
grant execute on function claim_try(bytea[], int[], timestamptz), forget_tries(bytea[]) to flex_app;

do $$
declare t text;
begin
    foreach t in array array['account', 'account_recovery', 'account_passkey', 'account_invitation', 'sign_in'] loop
        execute format('alter table %I enable row level security', t);
        execute format('grant select, insert on %I to flex_app', t);
    end loop;
    foreach t in array array['account_recovery', 'account_passkey', 'sign_in'] loop
        execute format('create policy %I on %I using (is_own_account(account_id)) with check (is_own_account(account_id))', t || '_own', t);
    end loop;
    foreach t in array array['account', 'account_recovery', 'account_passkey', 'account_invitation'] loop
        execute format('create trigger journaled before insert or update or delete on %I for each statement execute function journal.require_entry()', t);
    end loop;
end $$;
create policy account_reached on account using (is_own_account(id) or manages_accounts_of(organisation)) with check (is_own_account(id) or manages_accounts_of(organisation));
create policy account_invitation_reached on account_invitation
    using ((select current_setting('flex.role', true) = 'systeem') or manages_accounts_of(organisation))
    with check ((select current_setting('flex.role', true) = 'systeem') or manages_accounts_of(organisation));

-- Never the organisation, and by re-inviting only the role and the name.
grant update (role, name, password, factor, factor_step, stamp, active, entry_id) on account to flex_app;
grant update (gone_at) on account_recovery to flex_app;
grant update (sealed, removed_at, entry_id) on account_passkey to flex_app;
grant update (used_at) on account_invitation to flex_app;
grant update (seen_at, ended_at) on sign_in to flex_app;
