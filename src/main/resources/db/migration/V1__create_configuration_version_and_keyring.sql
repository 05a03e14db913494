-- One number that rises with every change of configuration. Statement triggers raise it, so no writer can forget.
CREATE TABLE configuration_version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    number   bigint  NOT NULL
);
INSERT INTO configuration_version (number) VALUES (1);

CREATE FUNCTION raise_configuration_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE configuration_version SET number = number + 1;
    RETURN NULL;
END $$;

-- The keyring; every key is sealed under the root key, which is never stored here.
CREATE TABLE barrier_key (
    purpose text    NOT NULL CHECK (purpose IN ('data', 'token')),
    term    integer NOT NULL CHECK (term > 0),
    sealed  bytea   NOT NULL,
    created timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (purpose, term)
);
