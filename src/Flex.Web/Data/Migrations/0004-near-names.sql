-- Near names: how each part of a mother's name sounds, for the search and for likely duplicates.
-- Runs as flex_owner. What sounds alike is said in one place, the program (NameSound); StoredSounds fills the column in the
-- transaction of this file, by that same function, and then makes it required. It follows from the part beside it, which is
-- journaled; so the fill has no entry of its own, and the trigger that asks for one rests until StoredSounds is done.

alter table mother_name_part add column sound text collate "C";
-- The part is in it so that what merely sounds alike is reached without passing what begins the same.
create index mother_name_part_by_sound on mother_name_part (sound, part, dossier_id);
alter table mother_name_part disable trigger journaled;
