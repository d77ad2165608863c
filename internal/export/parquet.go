package export

import (
	"context"
	"encoding/binary"
	"io"
	"math"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// What is held before it is written, as a row group.
const (
	parquetRows  = 20_000
	parquetBytes = 64 << 20 // of cells: a sentence may be as long as its page, and stand in many rows
)

const parquetMark = "PAR1"

// writeParquet writes the records of one kind as a Parquet file: the columns of the CSV table
// with their types, what is not known as null. Cells are what they are, whatever they begin
// with. It uses the plainest part of the format that every reader has: plain values in one
// page a column and row group, packed with zstd (decision 0056).
func writeParquet(ctx context.Context, w io.Writer, s *Source) error {
	kind, err := s.ofOne()
	if err != nil {
		return err
	}
	p, err := newParquet(w, kind, parquetRows, parquetBytes)
	if err != nil {
		return err
	}
	if err := s.rows(ctx, []string{kind}, p.add); err != nil {
		return err
	}
	return p.end("Stemma " + s.Version + ", rules " + s.Rules)
}

// parquetFile is a Parquet file in the making.
type parquetFile struct {
	w       io.Writer
	zip     *zstd.Encoder
	at      int64 // bytes written
	columns []*parquetColumn
	most    int // rows of a group
	mostOf  int // bytes of a group's cells; one row may go beyond
	rows    int // of the group that is not written yet
	all     int64
	groups  []format.RowGroup
}

// parquetColumn holds the cells of a column until their group is written.
type parquetColumn struct {
	column
	known  []bool
	values []byte // of those that are known, as PLAIN has them; of a boolean a byte each
}

// newParquet begins a file of the records of a kind, with at most so many rows and bytes a group.
func newParquet(w io.Writer, kind string, most, mostOf int) (*parquetFile, error) {
	zip, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	p := &parquetFile{w: w, zip: zip, most: most, mostOf: mostOf}
	for _, c := range columnsOf(kind) {
		p.columns = append(p.columns, &parquetColumn{column: c})
	}
	return p, p.write([]byte(parquetMark))
}

func (p *parquetFile) write(b []byte) error {
	n, err := p.w.Write(b)
	p.at += int64(n)
	return err
}

func (p *parquetFile) add(r *row) error {
	held := 0
	for _, c := range p.columns {
		c.add(c.of(r))
		held += len(c.values)
	}
	if p.rows++; p.rows < p.most && held < p.mostOf {
		return nil
	}
	return p.group()
}

// add adds a cell; "" is none, as in the other tables.
func (c *parquetColumn) add(v any) {
	known := v != nil
	switch x := v.(type) {
	case nil:
	case float64:
		c.values = binary.LittleEndian.AppendUint64(c.values, math.Float64bits(x))
	case int:
		c.values = binary.LittleEndian.AppendUint64(c.values, uint64(x))
	case bool:
		b := byte(0)
		if x {
			b = 1
		}
		c.values = append(c.values, b)
	default:
		words := written(x)
		if known = words != ""; known {
			c.values = append(binary.LittleEndian.AppendUint32(c.values, uint32(len(words))), words...)
		}
	}
	c.known = append(c.known, known)
}

// group writes the rows that are held.
func (p *parquetFile) group() error {
	if p.rows == 0 {
		return nil
	}
	g := format.RowGroup{NumRows: int64(p.rows), FileOffset: p.at, Ordinal: int16(len(p.groups))}
	for _, c := range p.columns {
		chunk, err := p.chunk(c)
		if err != nil {
			return err
		}
		g.Columns = append(g.Columns, chunk)
		g.TotalByteSize += chunk.MetaData.TotalUncompressedSize
		g.TotalCompressedSize += chunk.MetaData.TotalCompressedSize
	}
	p.groups, p.all, p.rows = append(p.groups, g), p.all+int64(p.rows), 0
	return nil
}

// chunk writes the held cells of a column as one page, and forgets them.
func (p *parquetFile) chunk(c *parquetColumn) (format.ColumnChunk, error) {
	plain := c.page()
	packed := p.zip.EncodeAll(plain, nil)
	head, err := thrift.Marshal(new(thrift.CompactProtocol), &format.PageHeader{
		Type: format.DataPage, UncompressedPageSize: int32(len(plain)), CompressedPageSize: int32(len(packed)),
		DataPageHeader: thrift.New(format.DataPageHeader{NumValues: int32(p.rows), Encoding: format.Plain, DefinitionLevelEncoding: format.RLE, RepetitionLevelEncoding: format.RLE}),
	})
	if err != nil {
		return format.ColumnChunk{}, err
	}
	at := p.at
	if err := p.write(head); err != nil {
		return format.ColumnChunk{}, err
	}
	err = p.write(packed)
	c.known, c.values = c.known[:0], c.values[:0]
	return format.ColumnChunk{MetaData: format.ColumnMetaData{
		Type: parquetTypes[c.kind], Encoding: []format.Encoding{format.Plain, format.RLE}, PathInSchema: []string{c.name}, Codec: format.Zstd,
		NumValues: int64(p.rows), TotalUncompressedSize: int64(len(head) + len(plain)), TotalCompressedSize: int64(len(head) + len(packed)), DataPageOffset: at,
	}}, err
}

// page gives the levels of the cells, 1 for one that is known, in runs; then the values.
func (c *parquetColumn) page() []byte {
	out := make([]byte, 4, len(c.values)+64)
	for from := 0; from < len(c.known); {
		to, level := from+1, byte(0)
		for to < len(c.known) && c.known[to] == c.known[from] {
			to++
		}
		if c.known[from] {
			level = 1
		}
		out = append(binary.AppendUvarint(out, uint64(to-from)<<1), level)
		from = to
	}
	binary.LittleEndian.PutUint32(out, uint32(len(out)-4))
	if c.kind != "boolean" {
		return append(out, c.values...)
	}
	bits := make([]byte, (len(c.values)+7)/8)
	for i, b := range c.values {
		bits[i/8] |= b << (i % 8)
	}
	return append(out, bits...)
}

var parquetTypes = map[string]format.Type{"string": format.ByteArray, "number": format.Double, "integer": format.Int64, "boolean": format.Boolean}

// end writes the last group and the description of the file.
func (p *parquetFile) end(by string) error {
	if err := p.group(); err != nil {
		return err
	}
	schema := []format.SchemaElement{{Name: "stemma", NumChildren: thrift.New(int32(len(p.columns)))}}
	for _, c := range p.columns {
		e := format.SchemaElement{Name: c.name, Type: thrift.New(parquetTypes[c.kind]), RepetitionType: thrift.New(format.Optional)}
		if c.kind == "string" {
			e.ConvertedType, e.LogicalType = thrift.New(deprecated.UTF8), format.LogicalType{Value: new(format.StringType)}
		}
		schema = append(schema, e)
	}
	foot, err := thrift.Marshal(new(thrift.CompactProtocol), &format.FileMetaData{Version: 1, Schema: schema, NumRows: p.all, RowGroups: p.groups, CreatedBy: by})
	if err != nil {
		return err
	}
	foot = binary.LittleEndian.AppendUint32(foot, uint32(len(foot)))
	return p.write(append(foot, parquetMark...))
}
