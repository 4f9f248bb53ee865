namespace BriefingBot.Evaluation;

/// <summary>A part of a suite's file, whatever its format, with where it stands.</summary>
/// <param name="Line">From 1.</param>
internal abstract record SuiteNode(int Line);

internal sealed record SuiteScalar(int Line, string Text) : SuiteNode(Line);

internal sealed record SuiteList(int Line, IReadOnlyList<SuiteNode> Items) : SuiteNode(Line);

internal sealed record SuiteMap(int Line, IReadOnlyList<SuiteField> Fields) : SuiteNode(Line);

internal sealed record SuiteField(int Line, string Name, SuiteNode Value);
