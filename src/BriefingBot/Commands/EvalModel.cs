using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using BriefingBot.Evaluation;
using BriefingBot.OpenAI;
using Microsoft.Extensions.AI;

namespace BriefingBot.Commands;

/// <summary>What writes the answers of a run: nothing, a model, a model whose calls are recorded, or a recording.</summary>
internal sealed class EvalModel
{
    private readonly Recording? _recording;
    private readonly string? _recordTo;

    private EvalModel(string label, ModelWriter? writer, bool isReplayed = false, Recording? recording = null, string? recordTo = null)
    {
        Label = label;
        Writer = writer;
        IsReplayed = isReplayed;
        _recording = recording;
        _recordTo = recordTo;
    }

    public string Label { get; }

    /// <summary>Null where answers are in the articles' own words.</summary>
    public ModelWriter? Writer { get; }

    /// <summary>Whether no model is asked: times then say nothing.</summary>
    public bool IsReplayed { get; }

    /// <param name="asked">As <c>--model</c> has it; null for the configured one.</param>
    /// <param name="record">Where calls are written to.</param>
    /// <param name="replay">Where calls are read from.</param>
    /// <exception cref="InputException">A setting of the model is wrong, or there is none to record.</exception>
    /// <exception cref="SuiteException">The recording cannot be read.</exception>
    public static EvalModel Of(string? asked, string? record, string? replay)
    {
        if (replay is not null)
        {
            var recording = Recording.Read(replay);
            return new EvalModel(recording.Model, new ModelWriter(new ReplayingChatClient(recording, replay), recording.Model, recording.Draft), isReplayed: true);
        }

        return ModelSettings.IsAsked(asked) && ModelSettings.Find(asked) is { } options ? Of(options, record)
            : record is null ? new EvalModel(ExtractiveWriter.Model, null)
            : throw new InputException("--record: no model is configured, so nothing is to be recorded; name one with --model PROVIDER:NAME");
    }

    /// <returns>Null where none is wanted.</returns>
    /// <exception cref="InputException">A setting of the model is wrong.</exception>
    public static IChatClient? Client(string asked) => ModelSettings.Find(asked) is { } options ? OpenAIModel.CreateClient(options) : null;

    /// <summary>Writes what was recorded, if anything was to be.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save()
    {
        if (_recordTo is not null)
        {
            ReportFiles.Try(_recordTo, () => File.WriteAllText(_recordTo, _recording!.Write()));
        }
    }

    private static EvalModel Of(ModelOptions options, string? record)
    {
        if (record is null)
        {
            return new EvalModel(options.Label, ModelPort.CreateWriter(options));
        }

        // A recorded call is one request and its answer: nothing is looked up in between.
        ReportFiles.Try(record, () => File.AppendAllText(record, ""));
        var recording = new Recording(options.Label, options.Draft);
        return new EvalModel(options.Label, new ModelWriter(new RecordingChatClient(OpenAIModel.CreateClient(options), recording), options.Label, options.Draft), recording: recording, recordTo: record);
    }
}
