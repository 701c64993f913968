-- Accounts of people who sign in through the identity provider of their organisation: no password, no app and no mail address here.

alter table account
    alter column mail drop not null,
    add column provider text collate "C" check (provider ~ '^[a-z0-9-]{1,40}$'),
    -- Keyed hash of who the provider is, the organisation it speaks for and what it calls the person: found by it, not readable.
    add column subject bytea check (length(subject) = 32),
    add constraint account_subject_once unique (subject),
    add constraint account_signs_in_here_or_there check (
        (provider is null) = (subject is null) and (mail is null) = (provider is not null) and (provider is null or password is null));

-- Provider and subject are written once: no grant to change them.
