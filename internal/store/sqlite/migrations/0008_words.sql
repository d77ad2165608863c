-- The words of the index of sentences, read out of the index itself.

CREATE VIRTUAL TABLE sentence_word USING fts5vocab (sentence, row);
