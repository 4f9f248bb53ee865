namespace BriefingBot.Retrieval.Updates;

/// <summary>Counts what an update does, in articles.</summary>
internal sealed class Tally
{
    public int New { get; set; }

    public int Changed { get; set; }

    public int Deleted { get; set; }

    public int Moved { get; set; }

    public int Unchanged { get; set; }

    public List<string> Problems { get; } = [];

    public UpdateOutcome ToOutcome(string? notice) => new(New, Changed, Deleted, Moved, Unchanged, Problems, notice);
}
