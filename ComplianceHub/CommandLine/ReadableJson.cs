using System.Text.Encodings.Web;
using System.Text.Json;

namespace ComplianceHub.CommandLine;

/// <summary>JSON as the verbs write it: indented, and with letters as they are, because people read it too.</summary>
internal static class ReadableJson
{
    public static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
