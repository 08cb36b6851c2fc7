#include "dsl/lint/uses.h"

#include <variant>

namespace dsl::linting {
namespace {

class UseFinder {
 public:
  explicit UseFinder(const Program& program) : program_(program), typed_(program.typed()) {
    uses_.facts.resize(typed_.facts.size());
    uses_.parameters.resize(typed_.parameters.size());
    uses_.definitions.resize(typed_.definitions.size());
    uses_.stakeholders.resize(typed_.stakeholders.size());
    uses_.topics.resize(typed_.topics.size());
  }

  Uses run() && {
    for (const Norm& norm : typed_.norms) visit(norm);
    for (const Pack& pack : typed_.packs) visit(pack.applies, pack.name);
    for (const Definition& definition : typed_.definitions) {
      for (const ExprId body : bodies_of(definition)) visit(body, definition.name);
    }
    for (const DeclaredRelief& relief : typed_.reliefs) visit(relief);
    for (std::uint32_t i = 0; i < typed_.facts.size(); ++i) {
      const FactDeclaration& fact = typed_.facts[i];
      visit(fact.computed, program_.full_name({i}));
      for (const Question& question : fact.questions) use(question.whom);
    }
    for (const Judgment& judgment : typed_.judgments) use(judgment.by);
    for (const TestCase& test : typed_.tests) {
      for (const TestDetermination& made : test.determinations) use(made.by);
      for (const TestRelief& relief : test.reliefs) use(relief.by);
    }
    return std::move(uses_);
  }

 private:
  void use(StakeholderId id) {
    if (id.valid()) uses_.stakeholders[id.index] = true;
  }

  void visit(const Norm& norm) {
    if (norm.topic.valid()) uses_.topics[norm.topic.index] = true;
    for (const ExprId expression : expressions_of(norm)) visit(expression, norm.name);
    for (const Enforcement& enforcement : norm.enforced) use(enforcement.by);
    for (const ReliefRoute& relief : norm.reliefs) {
      use(relief.granter.by);
      use(relief.applicant);
    }
    use(norm.decided_by);
    if (norm.appeal) use(norm.appeal->to);
    visit(norm.lifts);
    for (const ReachLimit& limit : norm.cannot_lift) visit(limit.targets);
  }

  void visit(const DeclaredRelief& relief) {
    visit(relief.applies, relief.name);
    for (const Granter& granter : relief.granters) {
      use(granter.by);
      visit(granter.condition, relief.name);
    }
    use(relief.applicant);
    visit(relief.reaches);
    for (const ReachLimit& limit : relief.cannot_reach) visit(limit.targets);
  }

  void visit(const std::vector<LiftTarget>& targets) {
    for (const LiftTarget& target : targets) {
      if (target.kind == LiftKind::Topic) uses_.topics[target.index] = true;
      if (target.kind == LiftKind::Enforcer) uses_.stakeholders[target.index] = true;
    }
  }

  void visit(ExprId id, const std::string& reader) {
    if (!id.valid()) return;
    const TypedExpr& expr = program_.expr(id);
    if (reads_a_fact(expr.op)) {
      auto& first = uses_.facts[expr.index];
      if (!first) first = Reader{reader, expr.span};
    } else if (expr.op == Op::Parameter) {
      uses_.parameters[expr.index] = true;
    } else if (expr.op == Op::Definition) {
      uses_.definitions[expr.index] = true;
    } else if (expr.op == Op::Constant && expr.type.kind == TypeKind::Stakeholder) {
      name(*expr.constant);
    }
    for (const ExprId operand : expr.operands) visit(operand, reader);
  }

  // The stakeholders that a constant names.
  void name(const Value& value) {
    if (const auto* one = std::get_if<std::string>(&value)) use(program_.find_stakeholder(*one));
    if (const auto* several = std::get_if<TextSet>(&value)) {
      for (const std::string& each : several->members) use(program_.find_stakeholder(each));
    }
  }

  const Program& program_;
  const TypedProgram& typed_;
  Uses uses_;
};

}  // namespace

Uses find_uses(const Program& program) { return UseFinder(program).run(); }

}  // namespace dsl::linting
