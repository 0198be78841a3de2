-- The words that a desk puts around its mails, mail by mail. Every change is a version of its own, so that each can be come back to.
create table mail_frames (
  desk text not null references desks,
  mail text not null, -- confirmation, answer, closed …
  version integer not null check (version > 0),
  words jsonb, -- by language: {title, body}, ICU messages; null: the program's own words again
  made_at timestamptz not null,
  made_by text not null,
  primary key (desk, mail, version)
);
call protect('mail_frames', 'select, insert');
