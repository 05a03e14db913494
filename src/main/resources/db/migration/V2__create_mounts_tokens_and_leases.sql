-- Where engines are reachable. Everything an engine stores carries the accessor, so a moved mount keeps its data.
CREATE TABLE mount (
    accessor                text PRIMARY KEY,
    uuid                    text    NOT NULL UNIQUE,
    path                    text    COLLATE "C" NOT NULL UNIQUE CHECK (path LIKE '%/'),
    type                    text    NOT NULL,
    description             text    NOT NULL DEFAULT '',
    default_lease_ttl       bigint  NOT NULL DEFAULT 0,
    max_lease_ttl           bigint  NOT NULL DEFAULT 0,
    force_no_cache          boolean NOT NULL DEFAULT false,
    local                   boolean NOT NULL DEFAULT false,
    seal_wrap               boolean NOT NULL DEFAULT false,
    external_entropy_access boolean NOT NULL DEFAULT false,
    options                 text,
    tuning                  text    NOT NULL DEFAULT '{}',
    tainted                 boolean NOT NULL DEFAULT false
);
CREATE TRIGGER mount_changed AFTER INSERT OR UPDATE OR DELETE ON mount
    FOR EACH STATEMENT EXECUTE FUNCTION raise_configuration_version();

INSERT INTO mount (accessor, uuid, path, type, description, seal_wrap) VALUES
    ('system_' || substr(md5(random()::text), 1, 8), gen_random_uuid()::text, 'sys/', 'system',
     'system endpoints used for control, policy and debugging', true),
    ('auth_token_' || substr(md5(random()::text), 1, 8), gen_random_uuid()::text, 'auth/token/', 'token',
     'token based credentials', false);

-- A mount on its way to another path: the row is the job, any node may carry it out.
CREATE TABLE mount_move (
    id      text PRIMARY KEY,
    source  text NOT NULL,
    target  text NOT NULL,
    status  text NOT NULL CHECK (status IN ('in-progress', 'success', 'failure')),
    started timestamptz NOT NULL
);

-- Tokens, by keyed hash only.
CREATE TABLE token (
    hash             text PRIMARY KEY,
    accessor         text    NOT NULL UNIQUE,
    parent           text REFERENCES token (hash) ON DELETE CASCADE,
    path             text    NOT NULL,
    display_name     text    NOT NULL,
    policies         text[]  NOT NULL,
    meta             jsonb,
    num_uses         integer NOT NULL DEFAULT 0,
    issue_time       timestamptz NOT NULL,
    creation_ttl     bigint  NOT NULL,
    expire_time      timestamptz,
    explicit_max_ttl bigint  NOT NULL DEFAULT 0,
    period           bigint  NOT NULL DEFAULT 0,
    renewable        boolean NOT NULL,
    last_renewal     timestamptz
);
CREATE INDEX token_parent ON token (parent) WHERE parent IS NOT NULL;
CREATE INDEX token_expiry ON token (expire_time) WHERE expire_time IS NOT NULL;

-- Leases. A pending one was stored before AWS was touched. due_time says when the reaper must look at it.
CREATE TABLE lease (
    id             text    COLLATE "C" PRIMARY KEY,
    mount_accessor text    NOT NULL,
    token_hash     text    NOT NULL,
    state          text    NOT NULL CHECK (state IN ('pending', 'active', 'irrevocable')),
    issue_time     timestamptz NOT NULL,
    expire_time    timestamptz NOT NULL,
    last_renewal   timestamptz,
    renewable      boolean NOT NULL,
    undo_kind      text    NOT NULL,
    undo_facts     jsonb   NOT NULL,
    leaves_trace   boolean NOT NULL,
    due_time       timestamptz NOT NULL,
    attempts       integer NOT NULL DEFAULT 0,
    revoke_error   text
);
CREATE INDEX lease_due ON lease (due_time);
CREATE INDEX lease_token ON lease (token_hash);

-- A token takes its leases along, however it ends: they are due at once, and the reaper undoes what they stand for.
CREATE FUNCTION end_leases_of_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE lease SET expire_time = least(expire_time, now()), due_time = now()
        WHERE token_hash = OLD.hash AND state <> 'irrevocable';
    RETURN NULL;
END $$;
CREATE TRIGGER token_ended AFTER DELETE ON token FOR EACH ROW EXECUTE FUNCTION end_leases_of_token();
