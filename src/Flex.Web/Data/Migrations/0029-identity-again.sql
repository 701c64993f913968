-- A check of who somebody is says something of the name and the day of birth that were checked. Since which line of the journal those are others;
-- null as long as nobody corrected them. What was corrected before this column was there is not known: those checks stay as they were.
alter table mother add column identity_since uuid;
grant update (identity_since) on mother to flex_app;
