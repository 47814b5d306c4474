-- When its supplier was told that it soon falls silent; a word of theirs afterwards begins a new count.
alter table listing add column warned_of_silence_at timestamptz;
