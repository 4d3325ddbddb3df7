/** The order in which the format's own checker wants the keys of META; others follow in the order that they come in. */
export const META_ORDER =
  'description country unit district subunit instance num_projects num_votes budget vote_type rule date_begin date_end min_length max_length min_sum_cost max_sum_cost min_points max_points min_sum_points max_sum_points default_score min_project_cost max_project_cost min_project_score_threshold neighborhoods subdistricts categories edition language currency fully_funded experimental comment acknowledgments leftover_budget budget_per_category budget_per_neighborhood min_length_per_category max_length_per_category min_sum_cost_per_category max_sum_cost_per_category'.split(
    ' ',
  );

/** The same for the columns of PROJECTS. */
export const PROJECT_COLUMNS =
  'project_id cost votes score name category beneficiaries selected neighborhood subunit district description proposer public_id latitude longitude'.split(
    ' ',
  );

/** The same for the columns of VOTES. */
export const VOTE_COLUMNS = 'voter_id vote points age sex voting_method district neighborhood education'.split(' ');
