-- Keys are rotated while the site runs. Every change of the key file counts one up here; who works with an older file is refused.
create sequence vault.key_epoch as int;
select setval('vault.key_epoch', 1);
grant select on sequence vault.key_epoch to flex_app;

create function vault.accept_keys(epoch int) returns void
language plpgsql as $$
begin
    if epoch < (select last_value from vault.key_epoch) then
        raise exception 'the keys were changed since this work began, or keys/master.key is an old copy' using errcode = 'FX007';
    end if;
end $$;
revoke all on function vault.accept_keys(int) from public;
grant execute on function vault.accept_keys(int) to flex_app;
