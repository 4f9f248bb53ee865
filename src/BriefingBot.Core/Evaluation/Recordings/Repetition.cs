namespace BriefingBot.Evaluation;

/// <summary>Which time a case is asked, so that a model's different answers to one prompt are told apart. Flows with the call.</summary>
internal static class Repetition
{
    private static readonly AsyncLocal<int> Current = new();

    /// <summary>From 0; 0 outside a run.</summary>
    public static int Number
    {
        get => Current.Value;
        set => Current.Value = value;
    }
}
