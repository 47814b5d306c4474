-- Copies of recipes, scaled and edited. The library itself is reference data of the product, with versions.
create table recipe_copy (
    id uuid not null constraint pk_recipe_copy primary key,
    library_key text not null,
    library_version integer not null constraint ck_recipe_copy_library_version check (library_version >= 1),
    document text not null constraint ck_recipe_copy_document check (document is json object),
    output_amount numeric not null constraint ck_recipe_copy_output check (output_amount > 0),
    output_unit text not null,
    parallel integer not null constraint ck_recipe_copy_parallel check (parallel between 1 and 1000),
    changed_by text not null,
    changed_at timestamptz not null,
    version integer not null
);
-- Which copies an emergency plans with.
create table emergency_recipe (
    recipe_id uuid not null constraint pk_emergency_recipe primary key constraint fk_emergency_recipe_recipe references recipe_copy (id),
    emergency_id uuid not null constraint fk_emergency_recipe_emergency references emergency (id),
    taken_at timestamptz not null
);
create index ix_emergency_recipe_emergency on emergency_recipe (emergency_id, taken_at);
